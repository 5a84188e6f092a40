package dev.lockbox.local.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.SessionCommand.Told;
import dev.lockbox.domain.TargetReport.ReportNotProvisioned;
import dev.lockbox.domain.TargetReport.ReportProvisioned;
import dev.lockbox.domain.TargetReport.ReportUngranted;
import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.gateway.Keeps;
import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityFileTest {
  private static final TenantId CONTOSO = new TenantId("contoso");

  @TempDir Path directory;

  @Test
  void whatAGatewayKeepsIsRead() throws IOException {
    var keeps = "\"keeps\": {\"obligations\": [\"RECORD\"], \"excluded\": [\"PHI\", \"PCI\"]}";
    var start = (StartSession) read(start(", " + keeps)).getFirst();
    assertThat(start.connection().channel()).isEqualTo(Channel.REMOTE_SHELL);
    assertThat(start.connection().keeps())
        .isEqualTo(new Keeps(Set.of(Obligation.RECORD), Set.of(new Code("PHI"), new Code("PCI"))));
  }

  @Test
  void whoDoesNotSayWhatTheyKeepKeepsNothing() throws IOException {
    var start = (StartSession) read(start("")).getFirst();
    assertThat(start.connection().keeps()).isEqualTo(Keeps.NOTHING);
    start = (StartSession) read(start(", \"keeps\": {}")).getFirst();
    assertThat(start.connection().keeps()).isEqualTo(Keeps.NOTHING);
  }

  @Test
  void anObligationThatNobodyKnowsIsRefused() {
    var keeps = ", \"keeps\": {\"obligations\": [\"WHISPER\"]}";
    assertThatThrownBy(() -> read(start(keeps)))
        .isInstanceOf(BadDocument.class)
        .hasMessageContaining("WHISPER");
  }

  @Test
  void withWhatSomethingWasDoneIsRead() throws IOException {
    var action =
        """
        {"kind": "action", "session": "s1",
         "action": {"action": "k8s.pod.logs", "resource": "/clusters/c1/ns/openshift-etcd",
                    "arguments": {"container": "etcd"}}}
        """;
    var deed = ((ReportAction) read(action).getFirst()).deed();
    assertThat(deed.arguments())
        .isEqualTo(Map.of(new Code("container"), new PersonalText(new PersonId("eva"), "etcd")));
  }

  @Test
  void whatIsFoundOfAccessAtATargetIsRead() throws IOException {
    var told =
        read(
            """
            {"kind": "provisioned"}, {"kind": "not-provisioned"},
            {"kind": "ungranted", "findings": ["NOT_GRANTED"],
             "action": {"action": "k8s.pod.logs", "resource": "/clusters/c1/ns/openshift-etcd"}}
            """);
    assertThat(told)
        .hasExactlyElementsOfTypes(
            ReportProvisioned.class, ReportNotProvisioned.class, ReportUngranted.class);
    var found = (ReportUngranted) told.getLast();
    assertThat(found.action()).isEqualTo(new ActionName("k8s.pod.logs"));
    assertThat(found.findings()).containsExactly(Finding.NOT_GRANTED);
    assertThatThrownBy(() -> read("{\"kind\": \"ungranted\"}"))
        .isInstanceOf(BadDocument.class)
        .hasMessageContaining("action");
  }

  private static String start(String more) {
    return """
        {"kind": "start", "session": "s1", "target": "/clusters/c1/ns/openshift-etcd",
         "connection": {"channel": "REMOTE_SHELL", "source": "gateway-1"%s}}
        """
        .formatted(more);
  }

  private List<Told> read(String record) throws IOException {
    var file = directory.resolve("activity.json");
    Files.writeString(
        file,
        """
        {"engineer": "eva", "request": "r-1", "records": [%s]}
        """
            .formatted(record));
    return ActivityFile.read(file, CONTOSO);
  }
}
