namespace ArgaliConcessions.Browser.Tests.Running;

/// <summary>How large the window is: a desk's, or a phone's.</summary>
public enum Window
{
    /// <summary>1280 by 900.</summary>
    Wide,

    /// <summary>360 by 740.</summary>
    Narrow,
}
