/**
 * Who has begun to review a waiting request, where its customer wants that before a yes. Imports
 * identity.
 */
@NullMarked
package dev.lockbox.domain.review;

import org.jspecify.annotations.NullMarked;
