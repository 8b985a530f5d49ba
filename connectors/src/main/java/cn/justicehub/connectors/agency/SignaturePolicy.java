package cn.justicehub.connectors.agency;

/** Whether an agency's messages must be signed. A signature that is present is always checked. */
public enum SignaturePolicy {
    REQUIRED,
    OPTIONAL
}
