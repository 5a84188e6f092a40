package dev.lockbox.domain.resource;

import static dev.lockbox.domain.resource.Types.action;
import static dev.lockbox.domain.resource.Types.denying;
import static dev.lockbox.domain.resource.Types.misfit;
import static dev.lockbox.domain.resource.Types.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.resource.Standing.NeverGranted;
import dev.lockbox.domain.resource.Standing.Supported;
import dev.lockbox.domain.resource.Standing.UnsupportedModel;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static final ResourceType CACHE = type("cache.redis", "/caches/{cache}", "cache.read");
  private static final Catalogue MORE = Catalogue.BUILT_IN.with(List.of(CACHE));

  @Test
  void aTypeOfTheDeploymentIsAddedToTheBuiltInOnes() {
    assertThat(misfit(Catalogue.BUILT_IN, "cache.read", "/caches/c1")).isPresent();
    assertThat(misfit(MORE, "cache.read", "/caches/c1")).isEmpty();
    assertThat(MORE.types()).containsAll(Catalogue.BUILT_IN.types()).contains(CACHE);
  }

  @Test
  void aTypeOfTheDeploymentTakesThePlaceOfTheOneWithItsId() {
    var own = type("keyvault", "/keyvaults/{vault}", "secret.readMetadata");
    var catalogue = Catalogue.BUILT_IN.with(List.of(own));

    assertThat(catalogue.types()).hasSameSizeAs(Catalogue.BUILT_IN.types()).contains(own);
    assertThat(misfit(catalogue, "secret.readMetadata", "/keyvaults/v1")).isEmpty();
    assertThat(misfit(catalogue, "secret.view", "/keyvaults/v1/secrets/s1")).isPresent();
  }

  @Test
  void aSupportedTypeMayBeTakenOutOfReach() {
    var none = out("keyvault", CACHE.forms().getFirst());
    assertThat(misfit(Catalogue.BUILT_IN.with(List.of(none)), "cache.read", "/caches/c1"))
        .hasValueSatisfying(
            misfit -> assertThat(misfit.refusal()).isEqualTo(Refusal.NOT_GRANTABLE));
  }

  @Test
  void whatIsOutOfReachCannotBeBroughtWithinReach() {
    refused(
        () -> MORE.with(List.of(type("gateway.terminal", "/gateways/{gateway}", "gateway.enter"))),
        "nothing can be asked of type gateway.terminal");
    refused(
        () -> MORE.with(List.of(type("iaas.classic", "/classic/{vm}", "vm.remoteDesktop"))),
        "nothing can be asked of type iaas.classic");
    refused(
        () -> MORE.with(List.of(type("my.gateways", "/gateways/{gateway}", "gateway.enter"))),
        "could be the same name");
    var elsewhere = out("gateway.terminal", NameForm.of("gateway", "/elsewhere/{gateway}"));
    refused(() -> MORE.with(List.of(elsewhere)), "nothing can be asked of type gateway.terminal");
  }

  @Test
  void whatIsOutOfReachMayHaveMoreNamesAndAnotherHelp() {
    var classic =
        new ResourceType(
            "iaas.classic",
            "Old machines",
            List.of(
                NameForm.of("resource", "/classic/{resource...}"),
                NameForm.of("machine", "/old/{machine}")),
            new UnsupportedModel("https://help.example/old"));
    var misfit = misfit(MORE.with(List.of(classic)), "vm.remoteDesktop", "/old/m1").orElseThrow();

    assertThat(misfit.refusal()).isEqualTo(Refusal.UNSUPPORTED_DEPLOYMENT_MODEL);
    assertThat(misfit.detail()).endsWith("see https://help.example/old");
  }

  @Test
  void aNameBelongsToOneTypeOnly() {
    refused(
        () -> MORE.with(List.of(type("vm.mine", "/vms/{machine}", "vm.reboot"))),
        "/vms/{machine} of vm.mine and /vms/{vm} of iaas.vm could be the same name");
    refused(() -> MORE.with(List.of(CACHE, CACHE)), "cache.redis is twice");
    refused(() -> new Catalogue(List.of(CACHE, CACHE)), "cache.redis is twice");
    refused(() -> new Catalogue(List.of()), "resource types must be 1 to 256, were 0");
  }

  @Test
  void aConditionThatNoNameCanMeetIsASlip() {
    var only = new Only("namespace", List.of(new Glob("openshift-*")));
    refused(
        () -> one(action("cache.read", only)),
        "cache.read of cache.redis is allowed only where namespace is openshift-*, but"
            + " /caches/{cache} has no such part");
  }

  @Test
  void anActionThatAppliesToNoFormIsASlip() {
    refused(
        () ->
            new ResourceType(
                "cache.redis",
                "Caches",
                List.of(NameForm.of("cache", "/caches/{cache}")),
                new Supported(List.of(action("cache.read")), List.of())),
        "cache.read of cache.redis applies to thing, which is no form of its names");
  }

  @Test
  void aDenialThatDeniesNothingIsASlip() {
    refused(
        () -> denying("a", "/as/{a}", List.of(Denial.of(List.of("b.*"), "/as/x")), "a.read"),
        "a denies b.* at /as/x, but has no such action");
    refused(
        () -> denying("a", "/as/{a}", List.of(Denial.of(List.of("*"), "/bs/x")), "a.read"),
        "a denies * at /bs/x, but has no such names");
    refused(
        () -> denying("a", "/as/{a}", List.of(Denial.of(List.of("*"), "/as/x/y")), "a.read"),
        "a denies * at /as/x/y, but has no such names");
  }

  @Test
  void aTypeThatIsHalfSaidIsRefused() {
    refused(() -> type("a.b.c", "/as/{a}", "a.read"), "id of a resource type must match");
    refused(() -> type("a", "/as/{a}"), "actions of a resource type must be 1 to 64, were 0");
    refused(() -> type("a", "/as/{a}", "a.read", "a.read"), "a.read is twice");
    refused(() -> new UnsupportedModel("http://help.example"), "help must match https://");
    refused(
        () -> new ResourceType("a", "A|B", CACHE.forms(), CACHE.standing()), "about must match");
  }

  @Test
  void everyReasonSaysWhatItIsAbout() {
    assertThat(misfit(MORE, "vm.remoteDesktop", "/classic/vms/old-1").orElseThrow().detail())
        .isEqualTo(
            "resource /classic/vms/old-1 is of type iaas.classic, whose deployment model is not"
                + " supported; see"
                + " https://learn.microsoft.com/azure/virtual-machines/migration-classic-resource-manager-plan");
    assertThat(misfit(MORE, "k8s.pod.logs", "/clusters/c1/ns/shop").orElseThrow().detail())
        .isEqualTo(
            "action k8s.pod.logs on resource /clusters/c1/ns/shop is allowed only where namespace"
                + " is openshift or openshift-*");
    assertThat(
            misfit(MORE, "k8s.object.get", "/clusters/c1/ns/shop/kinds/Secret")
                .orElseThrow()
                .detail())
        .isEqualTo(
            "action k8s.object.get on resource /clusters/c1/ns/shop/kinds/Secret is denied: type"
                + " k8s.cluster denies k8s.object.* at /clusters/*/ns/*/kinds/secret*");
    assertThat(misfit(MORE, "cache.read", "/vms/web-1").orElseThrow().detail())
        .isEqualTo("action cache.read applies to none of the resources asked for");
    assertThat(misfit(MORE, "cache.read", "/caches/c1", "/vms/web-1").orElseThrow().detail())
        .isEqualTo(
            "none of the actions asked for applies to resource /vms/web-1, vm of type iaas.vm");
  }

  private static ResourceType out(String id, NameForm form) {
    return new ResourceType(id, "Out of reach", List.of(form), new NeverGranted());
  }

  private static ResourceType one(Action action) {
    return new ResourceType(
        "cache.redis", "Caches", CACHE.forms(), new Supported(List.of(action), List.of()));
  }

  private static void refused(ThrowingCallable slip, String message) {
    assertThatThrownBy(slip)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
