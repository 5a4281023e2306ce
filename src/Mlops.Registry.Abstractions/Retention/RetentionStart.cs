namespace Mlops.Registry.Retention;

/// <summary>The event from which a minimum period runs.</summary>
public enum RetentionStart
{
    /// <summary>When the record was made.</summary>
    Creation = 1,

    /// <summary>When the system was placed on the market or put into service.</summary>
    PlacingOnMarket = 2,

    /// <summary>When the record was last in effect: for a model, when it was retired or superseded.</summary>
    LastInEffect = 3,
}
