package dev.lockbox.local.cli;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.local.intake.Documents;
import dev.lockbox.local.intake.JitService;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "reply",
    mixinStandardHelpOptions = true,
    description =
        "Publishes what an engineer says about a waiting request like a JIT service would: the"
            + " answer to a question, or that an offer is accepted. Whether it is taken, the"
            + " lockbox decides afterwards.")
final class ReplyCommand implements Callable<Integer> {
  @Mixin private ConnectionOptions where;
  @Mixin private ServiceOptions service;

  @Option(names = "--tenant", paramLabel = "ID", required = true, description = "Whose data.")
  private String tenant;

  @Option(names = "--request", paramLabel = "ID", required = true, description = "Which request.")
  private String request;

  @Option(
      names = "--engineer",
      paramLabel = "ID",
      defaultValue = "eva",
      description = "Who asked for access (default: ${DEFAULT-VALUE}).")
  private String engineer;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Said said = new Said();

  /** One or the other. */
  static final class Said {
    @ArgGroup(exclusive = false)
    private @Nullable Answer answer;

    @Option(
        names = "--accept-offer",
        paramLabel = "VERSION",
        description = "The version in which the offer stands.")
    private @Nullable Long offer;
  }

  /** A question, and what to say to it. */
  static final class Answer {
    @Option(
        names = "--question",
        paramLabel = "VERSION",
        required = true,
        description = "The version in which the question stands.")
    private long question;

    @Option(
        names = "--answer",
        paramLabel = "TEXT",
        required = true,
        description = "In the engineer's words.")
    private String words;
  }

  @Override
  public Integer call() throws InterruptedException {
    var of = Documents.checked("--tenant", () -> new TenantId(tenant));
    var about = Documents.checked("--request", () -> new RequestId(of, request));
    var by = Documents.checked("--engineer", () -> new PersonId(engineer));
    var answer = said.answer;
    if (answer == null) {
      var offer = Objects.requireNonNull(said.offer);
      publish(jit -> jit.accept(about, by, offer));
    } else {
      var words = Documents.checked("--answer", () -> new PersonalText(by, answer.words));
      publish(jit -> jit.answer(about, by, answer.question, words));
    }
    return ExitCode.OK;
  }

  /** What is published. */
  private interface Saying {
    void through(JitService jit) throws InterruptedException;
  }

  private void publish(Saying what) throws InterruptedException {
    try (var jit = service.jit(where, where.connection())) {
      what.through(jit);
    }
  }
}
