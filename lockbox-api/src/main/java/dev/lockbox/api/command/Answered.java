package dev.lockbox.api.command;

import dev.lockbox.api.problem.OrProblem;
import dev.lockbox.api.tag.OrHeld;
import dev.lockbox.api.view.ApproverKeysJson;
import dev.lockbox.api.view.AuthorisationJson;
import dev.lockbox.api.view.EngineerJson;
import dev.lockbox.api.view.ExclusionJson;
import dev.lockbox.api.view.RequestJson;
import dev.lockbox.api.view.RoleJson;
import dev.lockbox.api.view.TenantSettingsJson;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a route describes the answers to a command: what it is about as it stands then, that there is
 * no verdict yet, or a problem. A route of commands wears one of these, and a new kind of thing to
 * answer with is one more here.
 */
final class Answered {
  private Answered() {}

  /** The verdict may take longer than the caller waits. */
  @Target(ElementType.ANNOTATION_TYPE)
  @Retention(RetentionPolicy.CLASS)
  @ApiResponse(
      responseCode = "202",
      description = "Taken down, no verdict yet: it, or what holds, can be read at Location",
      headers =
          @Header(
              name = HttpHeaders.LOCATION,
              description = "Where to read",
              required = true,
              schema = @Schema(type = "string")),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Answers.TakenDown.class)))
  @OrProblem
  @interface InTime {}

  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.CLASS)
  @ApiResponse(
      responseCode = "200",
      description = "Accepted: the request as it stands now",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RequestJson.class)))
  @InTime
  @interface WithRequest {}

  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.CLASS)
  @ApiResponse(
      responseCode = "200",
      description = "Accepted: the rules as they stand now, and what waits to be confirmed",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TenantSettingsJson.class)))
  @InTime
  @interface WithSettings {}

  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.CLASS)
  @ApiResponse(
      responseCode = "200",
      description = "Accepted: the customer's keys as they stand now",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ApproverKeysJson.class)))
  @InTime
  @interface WithKeys {}

  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.CLASS)
  @ApiResponse(
      responseCode = "200",
      description = "Accepted: the role as it stands now",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RoleJson.class)))
  @InTime
  @interface WithRole {}

  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.CLASS)
  @ApiResponse(
      responseCode = "200",
      description = "Accepted: the engineer as they stand now",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = EngineerJson.class)))
  @InTime
  @interface WithEngineer {}

  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.CLASS)
  @ApiResponse(
      responseCode = "200",
      description = "Accepted: the exclusion as it stands now",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ExclusionJson.class)))
  @InTime
  @interface WithExclusion {}

  /** The verdict, to whoever reads it later. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.CLASS)
  @ApiResponse(
      responseCode = "200",
      description = "Accepted: the request as it stands now",
      headers =
          @Header(
              name = HttpHeaders.ETAG,
              description = OrHeld.TAG,
              required = true,
              schema = @Schema(type = "string")),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RequestJson.class)))
  @OrHeld
  @OrProblem
  @interface OnRequest {}

  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.CLASS)
  @ApiResponse(
      responseCode = "200",
      description = "Accepted: the rules as they stand now, and what waits to be confirmed",
      headers =
          @Header(
              name = HttpHeaders.ETAG,
              description = OrHeld.TAG,
              required = true,
              schema = @Schema(type = "string")),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TenantSettingsJson.class)))
  @OrHeld
  @OrProblem
  @interface OnSettings {}

  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.CLASS)
  @ApiResponse(
      responseCode = "200",
      description = "Accepted: the customer's keys as they stand now",
      headers =
          @Header(
              name = HttpHeaders.ETAG,
              description = OrHeld.TAG,
              required = true,
              schema = @Schema(type = "string")),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ApproverKeysJson.class)))
  @OrHeld
  @OrProblem
  @interface OnKeys {}

  /** Who asks before they open something gets an answer, or none: nobody is told to look later. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.CLASS)
  @ApiResponse(
      responseCode = "200",
      description = "The answer, and it is on the record",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AuthorisationJson.class)))
  @OrProblem
  @interface WithAuthorisation {}
}
