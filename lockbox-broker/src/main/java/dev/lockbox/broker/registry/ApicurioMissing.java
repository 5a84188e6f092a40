package dev.lockbox.broker.registry;

/** The registry server is not where it was looked for; says how to get it. */
public final class ApicurioMissing extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  ApicurioMissing(String found) {
    super(
        """
        no schema registry server: %s. Run `mvn -pl lockbox-broker generate-test-resources`, which \
        unpacks one into lockbox-broker/target/apicurio, or unpack the tar.gz of \
        io.apicurio:apicurio-registry-app (classifier all) yourself; then name the directory in the \
        system property %s or the environment variable %s"""
            .formatted(found, ApicurioHome.PROPERTY, ApicurioHome.VARIABLE));
  }
}
