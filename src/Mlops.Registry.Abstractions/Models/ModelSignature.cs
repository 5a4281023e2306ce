namespace Mlops.Registry.Models;

/// <summary>The inputs and outputs of a model.</summary>
/// <param name="Inputs">What it takes, in order.</param>
/// <param name="Outputs">What it gives, in order.</param>
public sealed record ModelSignature(IReadOnlyList<SignatureField> Inputs, IReadOnlyList<SignatureField> Outputs);
