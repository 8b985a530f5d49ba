package cn.justicehub.hub.discovery;

/** An OpenAPI document, UTF-8. */
public record OpenApiAnswer(byte[] document) {}
