package cn.justicehub.client;

import org.jspecify.annotations.Nullable;

/**
 * What the hub answered. A receipt is verified from bytes alone, together with the bytes of the body that it is for: keep both.
 *
 * @param status HTTP status, below 400
 * @param value the answer as a value; null when there is none, as in 204
 * @param bytes the answer exactly as it came
 * @param sent the request's body exactly as it was sent; empty when it had none
 */
public record Answer<T>(int status, @Nullable T value, byte[] bytes, byte[] sent) {

    public Answer {
        bytes = bytes.clone();
        sent = sent.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public byte[] sent() {
        return sent.clone();
    }

    /**
     * The value of an operation that always answers with one.
     *
     * @throws IllegalStateException when there is none
     */
    public T get() {
        if (value == null) {
            throw new IllegalStateException("an answer without a body, status " + status);
        }
        return value;
    }
}
