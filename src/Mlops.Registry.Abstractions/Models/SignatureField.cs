namespace Mlops.Registry.Models;

/// <summary>One input or output of a model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, as the model's format calls it: <c>double</c>, <c>string</c>, <c>float32</c>.</param>
/// <param name="Shape">Its dimensions, -1 for one that may vary; empty for a single value.</param>
/// <param name="Optional">Whether it may be missing.</param>
public sealed record SignatureField(string Name, string Type, IReadOnlyList<long> Shape, bool Optional = false);
