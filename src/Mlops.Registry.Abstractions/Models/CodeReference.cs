namespace Mlops.Registry.Models;

/// <summary>The source code that made something.</summary>
/// <param name="Repository">Its address.</param>
/// <param name="Commit">The commit.</param>
/// <param name="Path">The file or folder in it; left out for the whole.</param>
public sealed record CodeReference(string Repository, string Commit, string? Path = null);
