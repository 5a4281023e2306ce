namespace Mlops.Serialization;

/// <summary>Stored bytes are of a newer schema version than this build can read.</summary>
public sealed class UnsupportedSchemaVersionException : EnvelopeFormatException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="kind">The kind that was read.</param>
    /// <param name="schemaVersion">Its version.</param>
    /// <param name="newestSupported">The newest version that this build reads.</param>
    public UnsupportedSchemaVersionException(string kind, int schemaVersion, int newestSupported)
        : base(
            $"'{kind}' is of schema version {schemaVersion}; this build reads versions 1 to {newestSupported}. Update the package that reads it."
        )
    {
        Kind = kind;
        SchemaVersion = schemaVersion;
        NewestSupported = newestSupported;
    }

    /// <summary>The kind that was read.</summary>
    public string Kind { get; }

    /// <summary>The version that was read.</summary>
    public int SchemaVersion { get; }

    /// <summary>The newest version that this build reads.</summary>
    public int NewestSupported { get; }
}
