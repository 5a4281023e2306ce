namespace Mlops.Registry.Access;

/// <summary>Whether reads leave a record in the audit log.</summary>
public enum AccessRecording
{
    /// <summary>They leave none.</summary>
    None = 0,

    /// <summary>They are written together, within a second; what waits when a process is killed is lost.</summary>
    Batched = 1,

    /// <summary>The record is durable before the answer is given.</summary>
    BeforeAnswer = 2,
}
