/**
 * Ways to reach a person, behind one small interface; mail is the only one now. Imports domain and
 * the mail client; knows nothing of Kafka.
 */
@NullMarked
package dev.lockbox.notifier.channel;

import org.jspecify.annotations.NullMarked;
