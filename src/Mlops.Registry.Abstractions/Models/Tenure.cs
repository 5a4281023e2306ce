namespace Mlops.Registry.Models;

/// <summary>A time during which a version was active, or an alias pointed to it.</summary>
/// <param name="Version">The version.</param>
/// <param name="Alias">The alias; <see langword="null"/> for the stage itself.</param>
/// <param name="From">Since when, in UTC.</param>
/// <param name="To">Until when, exclusive, in UTC; <see langword="null"/> while it lasts.</param>
/// <param name="FromEntry">The index of the audit entry that began it: what proves it.</param>
/// <param name="ToEntry">The index of the entry that ended it.</param>
/// <param name="Asserted">Whether the beginning is only what a retroactive registration says.</param>
public sealed record Tenure(
    VersionKey Version,
    string? Alias,
    DateTimeOffset From,
    DateTimeOffset? To,
    long FromEntry,
    long? ToEntry,
    bool Asserted = false
);
