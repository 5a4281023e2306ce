namespace Mlops.Data;

/// <summary>What a column is for. Whether it is protected is a mark beside the role, not a role.</summary>
public enum ColumnRole
{
    /// <summary>An input of the model.</summary>
    Feature,

    /// <summary>The truth that the model is to predict.</summary>
    Label,

    /// <summary>What the model said.</summary>
    Prediction,

    /// <summary>Names the row or the entity behind it; never judged.</summary>
    Identifier,

    /// <summary>When the row came to be; orders and splits rows, never judged.</summary>
    Time,

    /// <summary>Left out of every analysis.</summary>
    Excluded,
}
