using Mlops.Evidence;

namespace Mlops.Registry.Signing;

/// <summary>The verification of a model's signature.</summary>
/// <param name="Status">What became of it; only <see cref="ModelSignatureStatus.Valid"/> is a signature.</param>
/// <param name="Message">One sentence: what was found.</param>
/// <param name="Model">What was signed; <see langword="null"/> unless the key has signed it and it is consistent.</param>
/// <param name="Findings">Each file that differs: missing, altered or not signed.</param>
public sealed record ModelSignatureResult(
    ModelSignatureStatus Status,
    string Message,
    SignedModel? Model,
    IReadOnlyList<Finding> Findings
)
{
    /// <summary>Whether the key has signed exactly these files.</summary>
    public bool IsValid => Status == ModelSignatureStatus.Valid;

    /// <inheritdoc/>
    public override string ToString() => $"{Status}: {Message}";

    internal static ModelSignatureResult Refused(ModelSignatureStatus status, string message) =>
        new(status, message, null, []);
}
