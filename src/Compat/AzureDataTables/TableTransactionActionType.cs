namespace Azure.Data.Tables;

/// <summary>Stands for the enumeration of the same name in Azure.Data.Tables: what one change of a transaction does.</summary>
public enum TableTransactionActionType
{
    /// <summary>Insert; the row must not be there.</summary>
    Add = 0,

    /// <summary>Change the properties given; the row must be there, of the version given.</summary>
    UpdateMerge = 1,

    /// <summary>Put in place of what is there, of the version given.</summary>
    UpdateReplace = 2,

    /// <summary>Remove; the row must be there, of the version given.</summary>
    Delete = 3,

    /// <summary>Insert, or change the properties given.</summary>
    UpsertMerge = 4,

    /// <summary>Insert, or put in place of what is there.</summary>
    UpsertReplace = 5,
}
