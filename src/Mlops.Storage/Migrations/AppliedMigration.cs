namespace Mlops.Storage.Migrations;

/// <summary>A migration that a database has had.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Checksum">The digest of what was applied.</param>
/// <param name="AppliedAt">When, by the clock of the host that applied it.</param>
public sealed record AppliedMigration(int Number, string Name, string Checksum, DateTimeOffset AppliedAt);
