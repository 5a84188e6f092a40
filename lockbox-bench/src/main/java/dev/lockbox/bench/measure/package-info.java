/** The measurements, one class each; what they find is a value. Imports bed. */
@NullMarked
package dev.lockbox.bench.measure;

import org.jspecify.annotations.NullMarked;
