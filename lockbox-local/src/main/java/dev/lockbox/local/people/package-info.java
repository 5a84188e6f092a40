/** Who is in the demo, and for whom they act. Imports domain. */
@NullMarked
package dev.lockbox.local.people;

import org.jspecify.annotations.NullMarked;
