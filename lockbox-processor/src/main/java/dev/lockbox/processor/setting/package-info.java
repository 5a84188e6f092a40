/** Reads what is written in settings and is more than a value. Imports domain, service. */
@NullMarked
package dev.lockbox.processor.setting;

import org.jspecify.annotations.NullMarked;
