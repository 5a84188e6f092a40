package dev.lockbox.domain.resource;

import static dev.lockbox.domain.resource.Risk.HIGH;
import static dev.lockbox.domain.resource.Risk.LOW;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.resource.Standing.NeverGranted;
import dev.lockbox.domain.resource.Standing.Supported;
import dev.lockbox.domain.resource.Standing.UnsupportedModel;
import java.util.List;
import java.util.stream.Stream;

/**
 * The table of types that every deployment has. Sources: Customer Lockbox for Microsoft Azure for
 * machines, cloud services and what is not supported; Azure Red Hat OpenShift's lockbox for the
 * actions on a cluster; Microsoft 365 service engineer access control for gateways.
 */
final class BuiltIn {
  private static final String CLASSIC_HELP =
      "https://learn.microsoft.com/azure/virtual-machines/migration-classic-resource-manager-plan";

  private BuiltIn() {}

  static List<ResourceType> types() {
    return Stream.of(machines(), data(), applications(), outOfReach())
        .flatMap(List::stream)
        .toList();
  }

  private static List<ResourceType> machines() {
    return List.of(
        type(
            "iaas.vm",
            "A virtual machine, Windows or Linux, deployed with Azure Resource Manager",
            List.of(
                form("vm", "/vms/{vm}"), //
                form("serialConsoleLog", "/vms/{vm}/serialConsoleLog")),
            action("vm.remoteDesktop", HIGH, "vm"),
            action("vm.remoteShell", HIGH, "vm"),
            action("vm.metrics.read", LOW, "vm"),
            action("vm.serialConsoleLog.read", LOW, "serialConsoleLog")),
        type(
            "iaas.vmss",
            "A scale set of virtual machines, Windows or Linux, or one of its instances",
            List.of(
                form("set", "/vmss/{set}"),
                form("instance", "/vmss/{set}/instances/{instance}"),
                form("serialConsoleLog", "/vmss/{set}/instances/{instance}/serialConsoleLog")),
            action("vm.remoteDesktop", HIGH, "set", "instance"),
            action("vm.remoteShell", HIGH, "set", "instance"),
            action("vm.metrics.read", LOW, "set", "instance"),
            action("vm.serialConsoleLog.read", LOW, "serialConsoleLog")),
        type(
            "paas.cloudservice",
            "A web role or a worker role of a cloud service, or one of its instances",
            List.of(
                form("webRole", "/cloudservices/{service}/webRoles/{role}"),
                form(
                    "webInstance", "/cloudservices/{service}/webRoles/{role}/instances/{instance}"),
                form("workerRole", "/cloudservices/{service}/workerRoles/{role}"),
                form(
                    "workerInstance",
                    "/cloudservices/{service}/workerRoles/{role}/instances/{instance}")),
            onAnyRole("cloudservice.remoteDesktop", HIGH),
            onAnyRole("cloudservice.metrics.read", LOW),
            onAnyRole("cloudservice.logs.read", LOW)));
  }

  private static List<ResourceType> data() {
    return List.of(
        type(
            "storage.account",
            "A storage account, a container in it, or a blob",
            List.of(
                form("account", "/storage/{account}"),
                form("container", "/storage/{account}/containers/{container}"),
                form("blob", "/storage/{account}/containers/{container}/blobs/{blob...}")),
            action("storage.metrics.read", LOW, "account"),
            action("storage.blob.list", LOW, "container"),
            action("storage.blob.read", HIGH, "container", "blob"),
            action("storage.blob.write", HIGH, "blob"),
            action("storage.blob.delete", HIGH, "blob")),
        type(
            "keyvault",
            "A key vault, or a secret in it",
            List.of(
                form("vault", "/keyvaults/{vault}"),
                form("secret", "/keyvaults/{vault}/secrets/{secret}")),
            action("keyvault.metrics.read", LOW, "vault"),
            action("secret.readMetadata", LOW, "vault", "secret"),
            action("secret.view", HIGH, "secret"),
            action("secret.export", HIGH, "secret"),
            action("secret.write", HIGH, "secret")),
        type(
            "sql.database",
            "An SQL database, or a table in it",
            List.of(
                form("database", "/sql/{server}/databases/{database}"),
                form("table", "/sql/{server}/databases/{database}/tables/{table}")),
            action("sql.metrics.read", LOW, "database"),
            action("sql.schema.read", LOW, "database", "table"),
            action("sql.query.explain", LOW, "database"),
            action("sql.rows.read", HIGH, "database", "table"),
            action("sql.rows.write", HIGH, "table")));
  }

  private static List<ResourceType> applications() {
    return List.of(
        cluster(),
        type(
            "app.service",
            "An application that is run for the customer; its source code cannot be asked for",
            List.of(form("app", "/apps/{app}")),
            action("app.metrics.read", LOW, "app"),
            action("app.logs.read", LOW, "app"),
            action("app.remoteDebug", HIGH, "app")),
        type(
            "logs.file",
            "One log file of a machine or a service",
            List.of(form("file", "/logs/{source}/files/{path...}")),
            action("logs.file.read", LOW, "file")));
  }

  /** A secret's content comes back with every answer about it, so no object action may touch it. */
  private static ResourceType cluster() {
    return new ResourceType(
        "k8s.cluster",
        "A Kubernetes cluster, a namespace or a pod in it, or objects of one kind",
        List.of(
            form("cluster", "/clusters/{cluster}"),
            form("namespace", "/clusters/{cluster}/ns/{namespace}"),
            form("pod", "/clusters/{cluster}/ns/{namespace}/pods/{pod}"),
            form("kind", "/clusters/{cluster}/ns/{namespace}/kinds/{kind}"),
            form("object", "/clusters/{cluster}/ns/{namespace}/kinds/{kind}/objects/{object}"),
            form("clusterKind", "/clusters/{cluster}/kinds/{kind}"),
            form("clusterObject", "/clusters/{cluster}/kinds/{kind}/objects/{object}")),
        new Supported(
            List.of(
                action("k8s.object.create", HIGH, "kind", "object", "clusterKind", "clusterObject"),
                action("k8s.object.update", HIGH, "object", "clusterObject"),
                action("k8s.object.delete", HIGH, "object", "clusterObject"),
                action("k8s.object.list", LOW, "kind", "clusterKind"),
                action("k8s.object.get", LOW, "kind", "object", "clusterKind", "clusterObject"),
                podLogs(),
                action("k8s.metrics.read", LOW, "cluster", "namespace", "pod")),
            List.of(
                Denial.of(List.of("k8s.object.*"), "/clusters/*/ns/*/kinds/secret*"),
                Denial.of(List.of("k8s.object.*"), "/clusters/*/kinds/secret*"))));
  }

  /** OpenShift keeps names that begin with {@code openshift-} from customers, hyphen included. */
  private static Action podLogs() {
    var openShifts = new Only("namespace", List.of(new Glob("openshift"), new Glob("openshift-*")));
    return new Action(
        new ActionName("k8s.pod.logs"), LOW, List.of("namespace", "pod"), List.of(openShifts));
  }

  private static List<ResourceType> outOfReach() {
    return List.of(
        new ResourceType(
            "iaas.classic",
            "Anything deployed with the classic model",
            List.of(form("resource", "/classic/{resource...}")),
            new UnsupportedModel(CLASSIC_HELP)),
        new ResourceType(
            "gateway.terminal",
            "A terminal service gateway, through which engineers pass",
            List.of(
                form("gateway", "/gateways/{gateway}"),
                form("part", "/gateways/{gateway}/{part...}")),
            new NeverGranted()));
  }

  private static ResourceType type(
      String id, String about, List<NameForm> forms, Action... actions) {
    return new ResourceType(id, about, forms, new Supported(List.of(actions), List.of()));
  }

  private static NameForm form(String label, String pattern) {
    return NameForm.of(label, pattern);
  }

  private static Action onAnyRole(String name, Risk risk) {
    return action(name, risk, "webRole", "webInstance", "workerRole", "workerInstance");
  }

  private static Action action(String name, Risk risk, String... appliesTo) {
    return new Action(new ActionName(name), risk, List.of(appliesTo), List.of());
  }
}
