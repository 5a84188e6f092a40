package dev.lockbox.api.azure;

import dev.lockbox.api.problem.OrProblem;
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

/** How a route describes that it may answer with an error, which every one may. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
@ApiResponse(
    responseCode = "401",
    description = OrProblem.ABOUT,
    headers =
        @Header(
            name = HttpHeaders.WWW_AUTHENTICATE,
            description = OrProblem.BEARER,
            required = true,
            schema = @Schema(type = "string")),
    content =
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ErrorJson.class)))
@ApiResponse(
    responseCode = "429",
    description = OrProblem.ABOUT,
    headers =
        @Header(
            name = HttpHeaders.RETRY_AFTER,
            description = OrProblem.WAIT,
            schema = @Schema(type = "integer")),
    content =
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ErrorJson.class)))
@ApiResponse(
    responseCode = "4XX",
    description = OrProblem.ABOUT,
    content =
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ErrorJson.class)))
@ApiResponse(
    responseCode = "503",
    description = OrProblem.ABOUT,
    headers =
        @Header(
            name = HttpHeaders.RETRY_AFTER,
            description = OrProblem.WAIT,
            required = true,
            schema = @Schema(type = "integer")),
    content =
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ErrorJson.class)))
@ApiResponse(
    responseCode = "5XX",
    description = OrProblem.ABOUT,
    content =
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ErrorJson.class)))
@interface OrError {}
