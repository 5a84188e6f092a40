/** Reads what is written in settings and is more than a value. Imports nothing of ours. */
@NullMarked
package dev.lockbox.service.setting;

import org.jspecify.annotations.NullMarked;
