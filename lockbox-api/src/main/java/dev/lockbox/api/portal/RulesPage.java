package dev.lockbox.api.portal;

import dev.lockbox.api.view.TenantSettingsJson;

/**
 * The customer's rules.
 *
 * @param whole all of them, as the API has them
 */
public record RulesPage(TenantSettingsJson now, String whole) {}
