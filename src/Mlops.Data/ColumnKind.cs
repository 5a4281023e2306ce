namespace Mlops.Data;

/// <summary>What the values of a <see cref="Column"/> are to the mathematics.</summary>
public enum ColumnKind
{
    /// <summary>Numbers, held as <see cref="double"/>; NaN is missing.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Text, of which equal texts are one category.</summary>
    Category,

    /// <summary>Instants, held as ticks in UTC.</summary>
    Time,

    /// <summary>Free text, of which every one may be different; held as UTF-8. Never found, only asked for.</summary>
    Text,

    /// <summary>Vectors of one length, held as <see cref="float"/>: what a model makes of a text or an image.</summary>
    Embedding,
}
