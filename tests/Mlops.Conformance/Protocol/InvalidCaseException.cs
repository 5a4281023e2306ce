namespace Mlops.Conformance.Protocol;

/// <summary>A case that can't be answered, and why.</summary>
internal sealed class InvalidCaseException(string type, string message) : Exception(message)
{
    /// <summary>The type of the error, as the protocol names it.</summary>
    public string Type { get; } = type;

    /// <summary>An argument that is missing, of the wrong kind or out of range.</summary>
    public static InvalidCaseException Argument(string name, string problem) =>
        new("InvalidArgument", $"Argument '{name}': {problem}");
}
