package dev.lockbox.api;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands every instance of a test class the same {@link HttpRig}, without a past. It is closed when
 * all tests have run.
 */
final class OneHttpRig implements ParameterResolver {
  private static final Namespace OURS = Namespace.create(OneHttpRig.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == HttpRig.class;
  }

  @Override
  public HttpRig resolveParameter(ParameterContext parameter, ExtensionContext test) {
    var rig =
        test.getRoot()
            .getStore(OURS)
            .computeIfAbsent(HttpRig.class, first -> HttpRig.start(), HttpRig.class);
    rig.forget();
    return rig;
  }
}
