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
}
