package dev.lockbox.domain;

import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.ACTION_NOT_ALLOWED_HERE;
import static dev.lockbox.domain.decision.Refusal.NOT_GRANTABLE;
import static dev.lockbox.domain.decision.Refusal.UNSUPPORTED_ACTION;
import static dev.lockbox.domain.decision.Refusal.UNSUPPORTED_DEPLOYMENT_MODEL;
import static dev.lockbox.domain.decision.Refusal.UNSUPPORTED_RESOURCE_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Commands.Open;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.resource.Action;
import dev.lockbox.domain.resource.Catalogue;
import dev.lockbox.domain.resource.Denial;
import dev.lockbox.domain.resource.Standing.Supported;
import dev.lockbox.domain.resource.Types;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.StageRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be asked of which resources; a test for each row of docs/features.md. */
class ResourcesTest {
  private static final String ETCD = "/clusters/aro1/ns/openshift-etcd";
  private static final String SHOP = "/clusters/aro1/ns/shop";

  @ParameterizedTest
  @ValueSource(
      strings = {"/mainframes/z1", "/vms", "/vms/web-1/disks/0", "vms/web-1", "/", "/vms/../x"})
  void aResourceOfUnknownTypeIsRefused(String name) {
    given().when(ask("vm.remoteDesktop", name)).refused(UNSUPPORTED_RESOURCE_TYPE);
    given().when(ask("vm.remoteDesktop", "/vms/web-1", name)).refused(UNSUPPORTED_RESOURCE_TYPE);
  }

  @Test
  void webRolesAndWorkerRolesOfACloudServiceAreSupported() {
    opens(ask("cloudservice.remoteDesktop", "/cloudservices/shop/webRoles/front"));
    opens(ask("cloudservice.logs.read", "/cloudservices/shop/workerRoles/mail"));
    opens(ask("cloudservice.logs.read", "/cloudservices/shop/webRoles/f/instances/0"));
    given()
        .when(ask("cloudservice.logs.read", "/cloudservices/shop/vmRoles/x"))
        .refused(UNSUPPORTED_RESOURCE_TYPE);
  }

  @Test
  void virtualMachinesOfWindowsAndOfLinuxAreSupported() {
    opens(ask("vm.remoteDesktop", "/vms/windows-1"));
    opens(ask("vm.remoteShell", "/vms/linux-1"));
  }

  @Test
  void aScaleSetOrOneOfItsInstancesIsSupported() {
    opens(ask("vm.remoteDesktop", "/vmss/front"));
    opens(ask("vm.remoteShell", "/vmss/front/instances/3"));
    opens(ask("vm.serialConsoleLog.read", "/vmss/front/instances/3/serialConsoleLog"));
  }

  @Test
  void iaasClassicIsRefusedByNameAndNeverLetThrough() {
    for (var action : everyAction()) {
      for (var classic : List.of("/classic/vms/old-1", "/classic/old")) {
        given().when(ask(action, classic)).refused(UNSUPPORTED_DEPLOYMENT_MODEL);
        given().when(ask(action, ETCD, classic)).refused(UNSUPPORTED_DEPLOYMENT_MODEL);
      }
    }
  }

  @Test
  void whatIsNotSupportedIsNotGrantedWithoutTheCustomerEither() {
    var nothingEnrolled =
        new Settings(
            Enrolment.OFF,
            Optional.empty(),
            ApproverMode.SNAPSHOT,
            false,
            false,
            List.of(),
            List.of(StageRule.ANYBODY),
            List.of());
    given()
        .settingsNow(nothingEnrolled)
        .when(ask("vm.remoteDesktop", "/classic/vms/old-1"))
        .refused(UNSUPPORTED_DEPLOYMENT_MODEL);
  }

  @Test
  void storageVaultsMachinesAndDatabasesAreSupported() {
    opens(ask("storage.blob.read", "/storage/acc1/containers/invoices/blobs/2026/1.pdf"));
    opens(ask("keyvault.metrics.read", "/keyvaults/v1"));
    opens(ask("vm.metrics.read", "/vms/web-1"));
    opens(ask(List.of("sql.query.explain", "sql.schema.read"), "/sql/s1/databases/orders"));
  }

  @Test
  void viewingASecretDoesNotAllowExportingIt() {
    var view = ask("secret.view", "/keyvaults/v1/secrets/tls");
    var granted = given().when(view).happened(opened().through(view)).history().getFirst();

    assertThat(((RequestEvent.RequestOpened) granted).asked().actions())
        .containsExactly(new ActionName("secret.view"));
    for (var other : List.of("secret.export", "secret.write", "secret.readMetadata")) {
      opens(ask(other, "/keyvaults/v1/secrets/tls"));
    }
    for (var wide : List.of("secret", "secret.", "secret.all", "Secret.view")) {
      given().when(ask(wide, "/keyvaults/v1/secrets/tls")).refused(UNSUPPORTED_ACTION);
    }
    given().when(ask("secret.view", "/keyvaults/v1")).refused(UNSUPPORTED_ACTION);
  }

  @Test
  void theConsoleLogAloneCanBeAskedFor() {
    opens(ask("vm.serialConsoleLog.read", "/vms/web-1/serialConsoleLog"));
    given()
        .when(ask("vm.remoteDesktop", "/vms/web-1/serialConsoleLog"))
        .refused(UNSUPPORTED_ACTION);
    given().when(ask("vm.serialConsoleLog.read", "/vms/web-1")).refused(UNSUPPORTED_ACTION);
  }

  @Test
  void oneLogFileCanBeReadAndNothingBeWritten() {
    opens(ask("logs.file.read", "/logs/web-1/files/var/log/messages"));
    given()
        .when(ask("logs.file.write", "/logs/web-1/files/var/log/messages"))
        .refused(UNSUPPORTED_ACTION);
    given().when(ask("logs.file.read", "/logs/web-1")).refused(UNSUPPORTED_RESOURCE_TYPE);
    given()
        .when(ask("logs.file.read", "/logs/web-1/files/*.log"))
        .refused(UNSUPPORTED_RESOURCE_TYPE);
  }

  @Test
  void metricsCanBeAskedForWhereHealthDataIsDenied() {
    var clinic =
        Catalogue.BUILT_IN.with(
            List.of(
                Types.denying(
                    "clinic.table",
                    "/clinics/{clinic}/{table...}",
                    List.of(Denial.of(List.of("rows.*"), "/clinics/*/patient*")),
                    "rows.read",
                    "metrics.read")));
    var metrics = ask("metrics.read", "/clinics/c1/patients");
    var opened = given().catalogueNow(clinic).when(metrics).happened(opened().through(metrics));
    assertThat(opened.state()).isInstanceOf(AccessRequest.Pending.class);
    given()
        .catalogueNow(clinic)
        .when(ask(List.of("metrics.read", "rows.read"), "/clinics/c1/patients"))
        .refused(ACTION_NOT_ALLOWED_HERE);
  }

  @Test
  void sourceCodeIsDeniedThoughFilesAreAllowed() {
    var files =
        Catalogue.BUILT_IN.with(
            List.of(
                Types.denying(
                    "app.files",
                    "/files/{app}/{path...}",
                    List.of(Denial.of(List.of("*"), "/files/*/src")),
                    "files.read")));
    var logs = ask("files.read", "/files/shop/logs/today");
    given().catalogueNow(files).when(logs).happened(opened().through(logs));
    for (var code : List.of("/files/shop/src", "/files/shop/src/App.java", "/files/shop/SRC/x")) {
      given()
          .catalogueNow(files)
          .when(ask("files.read", "/files/shop/logs/today", code))
          .refused(ACTION_NOT_ALLOWED_HERE);
    }
  }

  @Test
  void nothingIsEverGrantedOnAGateway() {
    for (var action : everyAction()) {
      given().when(ask(action, "/gateways/tsg-1")).refused(NOT_GRANTABLE);
      given().when(ask(action, "/gateways/tsg-1/sessions/7")).refused(NOT_GRANTABLE);
    }
    given().when(ask("k8s.pod.logs", ETCD, "/gateways/tsg-1")).refused(NOT_GRANTABLE);
  }

  @Test
  void anActionThatIsNotListedIsRefused() {
    for (var action : List.of("k8s.pod.exec", "k8s.object", "k8s.pod.log", "K8s.pod.logs")) {
      given().when(ask(action, ETCD)).refused(UNSUPPORTED_ACTION);
      given().when(ask(List.of("k8s.pod.logs", action), ETCD)).refused(UNSUPPORTED_ACTION);
    }
    given().when(ask("secret.view", ETCD)).refused(UNSUPPORTED_ACTION);
    given().when(ask("k8s.pod.logs", ETCD, "/vms/web-1")).refused(UNSUPPORTED_ACTION);
  }

  @Test
  void aRequestSaysExactlyWhichActionOnWhichObject() {
    var exact = ask("k8s.object.update", ETCD + "/kinds/Pod/objects/etcd-0");
    given().when(exact).happened(opened().through(exact));
    for (var vague : List.of(ETCD + "/kinds/*", ETCD + "/kinds/Pod/objects/*", ETCD + "/*")) {
      given().when(ask("k8s.object.update", vague)).refused(UNSUPPORTED_RESOURCE_TYPE);
    }
    given().when(ask("k8s.object.update", ETCD + "/kinds/Pod")).refused(UNSUPPORTED_ACTION);
  }

  /** A tenant's rules go by the beginning of names: another name would slip past them. */
  @ParameterizedTest
  @ValueSource(
      strings = {"/subscriptions/s-1/vms/web-1", "/VMs/web-1", "//vms/web-1", "/vms/./web-1"})
  void oneThingHasOneName(String another) {
    given().when(ask("vm.remoteShell", another)).refused(UNSUPPORTED_RESOURCE_TYPE);
  }

  @Test
  void kubernetesObjectsCanBeCreated() {
    opens(ask("k8s.object.create", SHOP + "/kinds/ConfigMap/objects/feature-flags"));
    opens(ask("k8s.object.create", "/clusters/aro1/kinds/MachineConfig/objects/99-ntp"));
  }

  @Test
  void kubernetesObjectsCanBeUpdated() {
    opens(ask("k8s.object.update", SHOP + "/kinds/Deployment/objects/front"));
    opens(ask("k8s.object.update", "/clusters/aro1/kinds/Node/objects/worker-1"));
  }

  @Test
  void kubernetesObjectsCanBeDeleted() {
    opens(ask("k8s.object.delete", SHOP + "/kinds/Pod/objects/front-1"));
    given().when(ask("k8s.object.delete", SHOP)).refused(UNSUPPORTED_ACTION);
  }

  @Test
  void podLogsCanBeAskedForInOpenShiftsNamespacesOnly() {
    opens(ask("k8s.pod.logs", ETCD));
    opens(ask("k8s.pod.logs", "/clusters/aro1/ns/openshift"));
    opens(ask("k8s.pod.logs", ETCD + "/pods/etcd-0"));
    for (var customers : List.of("shop", "openshiftshop", "my-openshift-etcd", "kube-system")) {
      var namespace = "/clusters/aro1/ns/" + customers;
      given().when(ask("k8s.pod.logs", namespace)).refused(ACTION_NOT_ALLOWED_HERE);
      given().when(ask("k8s.pod.logs", namespace + "/pods/p")).refused(ACTION_NOT_ALLOWED_HERE);
      given()
          .when(ask(List.of("k8s.pod.logs", "k8s.metrics.read"), ETCD, namespace))
          .refused(ACTION_NOT_ALLOWED_HERE);
    }
    given().when(ask("k8s.pod.logs", "/clusters/aro1")).refused(UNSUPPORTED_ACTION);
  }

  @Test
  void kubernetesObjectsCanBeListedAndGotButNotSecrets() {
    opens(ask(List.of("k8s.object.list", "k8s.object.get"), SHOP + "/kinds/Deployment"));
    opens(ask("k8s.object.list", "/clusters/aro1/kinds/Node"));
    for (var kind : List.of("Secret", "secret", "secrets", "SECRETS", "Secret.v1")) {
      for (var place : List.of(SHOP, ETCD, "/clusters/aro1")) {
        var secrets = place + "/kinds/" + kind;
        given().when(ask("k8s.object.list", secrets)).refused(ACTION_NOT_ALLOWED_HERE);
        given()
            .when(ask("k8s.object.get", secrets + "/objects/tls"))
            .refused(ACTION_NOT_ALLOWED_HERE);
      }
    }
    given().when(ask("k8s.object.list", SHOP)).refused(UNSUPPORTED_ACTION);
  }

  @Test
  void whatIsNotSupportedAnyMoreDoesNotTouchARequestThatIsOpen() {
    var narrower =
        new Catalogue(List.of(Types.type("cache.redis", "/caches/{cache}", "cache.read")));
    given(opened()).catalogueNow(narrower).when(approve()).happened(approved());
  }

  private static void opens(Open asked) {
    given().when(asked).happened(opened().through(asked));
  }

  private static Open ask(String action, String... resources) {
    return ask(List.of(action), resources);
  }

  private static Open ask(List<String> actions, String... resources) {
    return open()
        .to(actions.stream().map(ActionName::new).toArray(ActionName[]::new))
        .on(Stream.of(resources).map(ResourceName::new).toArray(ResourceName[]::new));
  }

  private static List<String> everyAction() {
    return Catalogue.BUILT_IN.types().stream()
        .filter(type -> type.standing() instanceof Supported)
        .flatMap(type -> ((Supported) type.standing()).actions().stream())
        .map(Action::name)
        .map(ActionName::value)
        .distinct()
        .toList();
  }
}
