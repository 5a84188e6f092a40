/**
 * What the record calls that which happened: one table, for whoever writes the record and whoever
 * looks for something of it elsewhere. Imports domain and evaluation.
 */
@NullMarked
package dev.lockbox.domain.operation;

import org.jspecify.annotations.NullMarked;
