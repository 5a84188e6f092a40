package dev.lockbox.api.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockbox.api.hop.Hops;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.identity.TenantId;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/**
 * Questions about customers whose view another instance keeps: each is asked there by itself, by
 * the gateway that asks here. Where no answer comes, it is a no.
 */
@Singleton
final class Elsewhere {
  private final Hops hops;
  private final ObjectMapper json;

  Elsewhere(Hops hops, ObjectMapper json) {
    this.hops = hops;
    this.json = json;
  }

  /** Empty where it is to be answered here. */
  Optional<DecisionJson> ask(HttpRequest<?> asking, TenantId tenant, QuestionBody question) {
    if (hops.isHere(tenant)) {
      return Optional.empty();
    }
    try {
      return hops.ask(tenant, asking, AccessController.EVALUATION, bytes(question)).map(this::read);
    } catch (ProblemException noAnswer) {
      return Optional.of(DecisionJson.of(Verdict.No.because(Reason.NOT_READY)));
    }
  }

  private byte[] bytes(QuestionBody question) {
    try {
      return json.writeValueAsBytes(question);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a question that was read cannot be written", impossible);
    }
  }

  private DecisionJson read(byte[] answer) {
    try {
      return json.readValue(answer, DecisionJson.class);
    } catch (IOException garbled) {
      throw new IllegalStateException("an instance of ours answers as none does", garbled);
    }
  }
}
