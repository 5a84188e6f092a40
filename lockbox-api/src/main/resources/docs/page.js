'use strict';

// Everything comes from this server: the description, the scripts and the styles.
window.ui = SwaggerUIBundle({
  dom_id: '#api',
  url: '/openapi/lockbox-api.yml',
  deepLinking: true,
  validatorUrl: null,
});
