namespace Mlops.Registry.Redaction;

/// <summary>How sensitive a kind of text is.</summary>
public enum DataClassification
{
    /// <summary>Anybody may read it.</summary>
    Public = 0,

    /// <summary>Everybody in the organisation may read it.</summary>
    Internal = 1,

    /// <summary>Only those who need it may read it.</summary>
    Confidential = 2,

    /// <summary>It tells of a natural person (GDPR, article 4(1)).</summary>
    Personal = 3,

    /// <summary>It tells of a person's health (GDPR, article 9; HIPAA, protected health information).</summary>
    Health = 4,
}
