/**
 * A real schema registry as a child process that keeps its schemas in a broker and ends with its
 * parent. Imports the parent package and the JDK; speaks to the registry over HTTP only.
 */
@NullMarked
package dev.lockbox.broker.registry;

import org.jspecify.annotations.NullMarked;
