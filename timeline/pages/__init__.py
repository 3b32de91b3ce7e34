"""The dashboard's pages: Streamlit, thin. What is to be worked out is worked out in timeline.view."""
