namespace Mlops.Data;

/// <summary>What the values were before they became a <see cref="Column"/>.</summary>
/// <remarks>The numeric ones all become <see cref="ColumnKind.Number"/>; which it was decides no verdict.</remarks>
public enum SourceType
{
    /// <summary>64-bit floating point, or numbers written with a decimal point or an exponent.</summary>
    Double,

    /// <summary>32-bit or 16-bit floating point: widened exactly in a column of numbers, and what embeddings are.</summary>
    Single,

    /// <summary>Whole numbers; exact up to 2^53 (see <see cref="NumericColumn.HasInexactIntegers"/>).</summary>
    Integer,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A date or a date and time.</summary>
    Timestamp,
}
