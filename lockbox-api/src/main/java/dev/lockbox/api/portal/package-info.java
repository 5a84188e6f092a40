/**
 * The approver's pages: templates, forms, nothing a GET can change. What they show and what they
 * ask for goes through the same doors as the API's routes. Imports view, command, signin, problem,
 * json, security, domain, Thymeleaf and Micronaut HTTP; Thymeleaf alone, since Micronaut's own
 * module for it would put its beans into every service of the JVM. Start at {@link
 * dev.lockbox.api.portal.Pages}; the templates lie in {@code resources/portal}.
 */
@NullMarked
package dev.lockbox.api.portal;

import org.jspecify.annotations.NullMarked;
