/**
 * What could not be read or does not belong, and requests whose history is impossible. Imports
 * events and service.
 */
@NullMarked
package dev.lockbox.processor.fault;

import org.jspecify.annotations.NullMarked;
