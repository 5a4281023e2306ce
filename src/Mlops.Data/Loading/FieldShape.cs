namespace Mlops.Data.Loading;

/// <summary>What the form of the data says of a value before anyone looks at its text.</summary>
internal enum FieldShape
{
    /// <summary>Nothing: the text tells (CSV).</summary>
    Untold,

    /// <summary>It is a number.</summary>
    Number,

    /// <summary>It is true or false.</summary>
    Boolean,

    /// <summary>It is a text, whatever it spells.</summary>
    Text,
}
