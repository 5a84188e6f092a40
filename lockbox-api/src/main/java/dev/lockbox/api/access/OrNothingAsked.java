package dev.lockbox.api.access;

import dev.lockbox.api.problem.OrProblem;
import dev.lockbox.api.problem.Problem;
import io.micronaut.http.HttpHeaders;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a route of questions describes that it may answer with a problem: as every one, and with the
 * id of the question besides.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
@ApiResponse(
    responseCode = "401",
    description = OrProblem.ABOUT,
    headers = {
      @Header(
          name = HttpHeaders.WWW_AUTHENTICATE,
          description = OrProblem.BEARER,
          required = true,
          schema = @Schema(type = "string")),
      @Header(
          name = RequestIdFilter.ID,
          description = RequestIdFilter.ABOUT,
          schema = @Schema(type = "string"))
    },
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@ApiResponse(
    responseCode = "429",
    description = OrProblem.ABOUT,
    headers = {
      @Header(
          name = HttpHeaders.RETRY_AFTER,
          description = OrProblem.WAIT,
          schema = @Schema(type = "integer")),
      @Header(
          name = RequestIdFilter.ID,
          description = RequestIdFilter.ABOUT,
          schema = @Schema(type = "string"))
    },
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@ApiResponse(
    responseCode = "4XX",
    description = OrProblem.ABOUT,
    headers =
        @Header(
            name = RequestIdFilter.ID,
            description = RequestIdFilter.ABOUT,
            schema = @Schema(type = "string")),
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@ApiResponse(
    responseCode = "503",
    description = OrProblem.ABOUT,
    headers = {
      @Header(
          name = HttpHeaders.RETRY_AFTER,
          description = OrProblem.WAIT,
          required = true,
          schema = @Schema(type = "integer")),
      @Header(
          name = RequestIdFilter.ID,
          description = RequestIdFilter.ABOUT,
          schema = @Schema(type = "string"))
    },
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@ApiResponse(
    responseCode = "5XX",
    description = OrProblem.ABOUT,
    headers =
        @Header(
            name = RequestIdFilter.ID,
            description = RequestIdFilter.ABOUT,
            schema = @Schema(type = "string")),
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@interface OrNothingAsked {}
