namespace Mlops.Data;

/// <summary>A column's name, what its values are, and what it is for.</summary>
/// <param name="Name">The name; not empty.</param>
/// <param name="Kind">What the values are to the mathematics.</param>
/// <param name="SourceType">What the values were before.</param>
/// <remarks>Value equality, names compared ordinally.</remarks>
public sealed record ColumnSchema(string Name, ColumnKind Kind, SourceType SourceType)
{
    /// <summary>The name; not empty.</summary>
    /// <exception cref="ArgumentException">The name is empty or white space.</exception>
    public string Name { get; init; } = Named(Name);

    /// <summary>What the column is for; <see langword="null"/> when nobody has said, and it is inferred where it matters.</summary>
    public ColumnRole? Role { get; init; }

    /// <summary>Whether the column is a protected attribute (age, sex, origin and the like). The role says nothing about that.</summary>
    public bool IsProtected { get; init; }

    private static string Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return name;
    }
}
