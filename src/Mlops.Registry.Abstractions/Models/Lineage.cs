using Mlops.Serialization;

namespace Mlops.Registry.Models;

/// <summary>What a version was made from: data, code, image, and the version before it.</summary>
public sealed record Lineage
{
    /// <summary>The data sets, each with what it served for.</summary>
    public IReadOnlyList<DataSetReference> DataSets { get; init; } = [];

    /// <summary>The code that trained it.</summary>
    public CodeReference? Code { get; init; }

    /// <summary>The container image it was trained in, by digest.</summary>
    public ContentDigest? Image { get; init; }

    /// <summary>The version it was derived from: fine-tuned, retrained or corrected.</summary>
    public VersionKey? Parent { get; init; }
}
