namespace Mlops.Registry.Signing;

/// <summary>How many of the trusted keys have signed an envelope.</summary>
/// <param name="Accepted">The trusted keys with a valid signature, each once, in the order in which they were given.</param>
/// <param name="Threshold">How many are wanted.</param>
public sealed record DsseVerification(IReadOnlyList<EcdsaPublicKey> Accepted, int Threshold)
{
    /// <summary>Whether enough different keys have signed.</summary>
    public bool IsValid => Accepted.Count >= Threshold;

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant(
            $"{Accepted.Count} of the trusted keys have signed, {Threshold} must have: {(IsValid ? "valid" : "not valid")}"
        );
}
