package cn.justicehub.hub.message;

/** A receipt, byte for byte as it was first given. */
public record ReceiptAnswer(byte[] receipt) {}
