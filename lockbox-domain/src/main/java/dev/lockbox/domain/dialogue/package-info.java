/**
 * What is said about a waiting request before it is decided: questions and their answers, and
 * offers of less. Imports identity and rules.
 */
@NullMarked
package dev.lockbox.domain.dialogue;

import org.jspecify.annotations.NullMarked;
